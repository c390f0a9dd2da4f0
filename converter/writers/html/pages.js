// Cuts each sheet into pages of paper. Without it, a sheet is one long page.
"use strict";
(() => {
  const root = document.documentElement;
  const paper = matchMedia("print, (min-width: 821px)");
  const uncut = document.querySelector("main").cloneNode(true);
  const boxOf = (node) => node.getBoundingClientRect();
  const heightOf = (node) => (node ? boxOf(node).height : 0);
  const noteOf = (link) => document.getElementById(link.hash.slice(1));
  const notesIn = (node) =>
    [...node.querySelectorAll(".ref")].reduce((sum, link) => sum + heightOf(noteOf(link)), 0);
  let count = 0;

  // The pieces of a block that stay whole: lines of a paragraph, rows of a table, or all of it.
  function piecesOf(block) {
    const style = getComputedStyle(block);
    const top = boxOf(block).top - (parseFloat(style.top) || 0);
    const height = heightOf(block);
    let pieces = [{ block, top, bottom: top + height, notes: 0, foot: 0, head: 0 }];
    if (block.matches(".table")) {
      const header = block.querySelector(":scope > table > thead");
      const head = heightOf(header);
      pieces = [...block.querySelectorAll(":scope > table > tbody > tr")].map((row, index) => {
        const { top: above, bottom } = boxOf(row);
        const notes = notesIn(row) + (index || !header ? 0 : notesIn(header));
        return { ...pieces[0], bottom, notes, ...(index && { row, head, top: above }) };
      });
    } else if (block.matches("p, h1, h2, h3, h4, h5, h6")) {
      const pitch = parseFloat(style.lineHeight);
      const spread = style.textAlign === "justify";
      pieces = Array.from({ length: Math.round(height / pitch) || 1 }, (_, line) => {
        const above = top + line * pitch;
        return { ...pieces[0], line, pitch, spread, top: above, bottom: above + pitch };
      });
      for (const link of block.querySelectorAll(".ref")) {
        const line = Math.floor((boxOf(link).bottom - boxOf(block).top) / pitch);
        pieces[Math.min(line, pieces.length - 1)].notes += heightOf(noteOf(link));
      }
    }
    pieces[0].forced = "break" in block.dataset;
    // As in office programs, a paragraph that is kept with the next one is not divided.
    if ("keep" in block.dataset) for (const piece of pieces) piece.keep = true;
    if (block.nextElementSibling?.matches(".rule")) pieces.at(-1).keep = true;
    return pieces;
  }

  // The indexes of the pieces that begin a page; a page has `room`, the first one from `start`.
  function startsOf(pieces, start, room, separator) {
    const starts = [0];
    for (let from = 0, to; from < pieces.length; from = to) {
      const top = from ? pieces[from].top - pieces[from].head : start;
      let notes = 0;
      for (to = from; to < pieces.length; to++) {
        const { forced, bottom, foot, notes: more } = pieces[to];
        notes += more;
        const used = bottom - top + foot + notes + (notes && separator);
        if (to > from && (forced || used > room + 0.5)) break;
      }
      let kept = to;
      while (kept > from && !pieces[to]?.forced && to < pieces.length && pieces[kept - 1].keep) kept--;
      if (kept > from) to = kept;
      if (to < pieces.length) starts.push(to);
    }
    return starts;
  }

  // Where a piece begins, as a node and an offset in it.
  function placeOf({ block, line, pitch, row }) {
    const range = document.createRange();
    const edge = boxOf(block).top + line * pitch;
    const isAbove = (node, offset) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = [...range.getClientRects()].at(-1);
      return !box || (box.top + box.bottom) / 2 < edge;
    };
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (line && walker.nextNode()) {
      const node = walker.currentNode;
      let [low, high] = [0, node.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        [low, high] = isAbove(node, middle) ? [middle + 1, high] : [low, middle];
      }
      if (low < node.length) return [node, low];
    }
    const whole = row ?? block;
    return [whole.parentNode, [...whole.parentNode.childNodes].indexOf(whole)];
  }

  // Cells that reach down to a row from above end before it, and go on in it without their text.
  function parted(row) {
    const rows = [...row.parentNode.children];
    const at = rows.indexOf(row);
    const left = [];
    const above = [];
    const free = () => {
      let column = 0;
      while (left[column] > 0) column++;
      return column;
    };
    rows.slice(0, at).forEach((each, index) => {
      for (const cell of each.cells) {
        const column = free();
        for (let k = 0; k < cell.colSpan; k++) left[column + k] = cell.rowSpan;
        if (index + cell.rowSpan > at) above.push({ cell, column, index });
      }
      left.forEach((count, column) => (left[column] = count - 1));
    });
    const own = [...row.cells].map((cell) => {
      const column = free();
      for (let k = 0; k < cell.colSpan; k++) left[column + k] = 1;
      return { cell, column };
    });
    for (const { cell, column, index } of above.sort((a, b) => a.column - b.column)) {
      const rest = cell.cloneNode(false);
      rest.rowSpan = index + cell.rowSpan - at;
      cell.rowSpan = at - index;
      row.insertBefore(rest, own.find((each) => each.column > column)?.cell ?? null);
    }
  }

  // The end of a flow from a place on, as a flow; a table that goes on has its head again.
  function cutOff(flow, place, { block, line, spread, row, forced }) {
    if (row) parted(row);
    const range = document.createRange();
    range.setStart(...place);
    range.setEnd(flow, flow.childNodes.length);
    const rest = flow.cloneNode(false);
    rest.append(range.extractContents());
    if (!forced) rest.firstElementChild.classList.add(line ? "cont" : "top");
    if (line && spread) block.classList.add("broken");
    if (row) {
      const own = block.querySelectorAll(":scope > table > :is(colgroup, thead)");
      const parts = [...own].map((part) => part.cloneNode(true));
      // As text of the style sheet: the page has each text once.
      for (const cell of parts.flatMap((part) => [...part.querySelectorAll("th")])) {
        const lines = [...cell.querySelectorAll("p")].map((line) => line.textContent);
        cell.dataset.t = lines.join("\n") || cell.textContent;
        cell.textContent = "";
      }
      rest.querySelector("table").prepend(...parts);
    }
    return rest;
  }

  function number(page, shown) {
    const { before, after } = uncut.dataset;
    count++;
    page.classList.toggle("odd", count % 2 === 1);
    page.classList.toggle("even", count % 2 === 0);
    if (shown) page.dataset.n = before + count + after;
    else delete page.dataset.n;
  }

  function cut(sheet) {
    const [page, flow, notes, imprint] = [".page", ".text", ".notes", ".imprint"].map((name) =>
      sheet.querySelector(name));
    const { minHeight, paddingTop, paddingBottom } = getComputedStyle(page);
    const room = parseFloat(minHeight) - parseFloat(paddingTop) - parseFloat(paddingBottom);
    const pieces = [...flow.children].flatMap(piecesOf);
    if (imprint) pieces.at(-1).foot = heightOf(imprint);
    const texts = notes ? [...notes.children].map(heightOf) : [];
    const separator = texts.reduce((rest, height) => rest - height, heightOf(notes));
    const starts = startsOf(pieces, boxOf(flow).top, room, separator);
    const places = starts.map((index) => placeOf(pieces[index]));
    // From the last page backwards: the places before stay what they are.
    const flows = starts.slice(1).map((_, index) => index + 1).reverse()
      .map((index) => cutOff(flow, places[index], pieces[starts[index]])).reverse();
    if (sheet.dataset.start === "even" && count % 2 === 0) {
      sheet.prepend(page.cloneNode(false));
      number(sheet.firstElementChild, false);
    }
    [flow, ...flows].forEach((text, index) => {
      const own = index ? page.cloneNode(false) : page;
      number(own, "numbered" in sheet.dataset && (index || sheet.dataset.numbered !== "later"));
      if (index) own.append(text);
      sheet.append(own);
      const called = [...text.querySelectorAll(".ref")].map(noteOf);
      if (called.length) {
        own.append(notes.cloneNode(false));
        own.lastElementChild.append(...called);
      }
      if (imprint && index === flows.length) own.append(imprint);
    });
    notes?.remove();
  }

  function show(wanted) {
    if (wanted === root.classList.contains("paged")) return;
    document.querySelector("main").replaceWith(uncut.cloneNode(true));
    root.classList.toggle("paged", wanted);
    count = 0;
    if (wanted) document.querySelectorAll(".sheet").forEach(cut);
  }

  show(paper.matches);
  paper.onchange = () => show(paper.matches);
  onbeforeprint = () => show(true);
  onafterprint = () => show(paper.matches);
})();
