-- Markdown to DOCX by pandoc in one process: pandoc lua loop.lua OUT FILE...
local out = arg[1]
for index = 2, #arg do
  local source = assert(io.open(arg[index], "r"))
  local document = pandoc.read(source:read("a"), "markdown")
  source:close()
  local name = pandoc.path.split_extension(pandoc.path.filename(arg[index]))
  local target = assert(io.open(pandoc.path.join({ out, name .. ".docx" }), "wb"))
  target:write(pandoc.write(document, "docx"))
  target:close()
end
