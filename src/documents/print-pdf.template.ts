/**
 * The paper of Nghị định 30/2020/NĐ-CP, Phụ lục I in Typst. The document itself comes as JSON in
 * `sys.inputs`, so nothing anybody wrote is ever read as markup.
 */
export const template = String.raw`
#let paper = json(bytes(sys.inputs.document))
#let indent = 12.7mm
#let hairline = 0.6pt + black

#set document(title: paper.heading, date: datetime(year: paper.date.year, month: paper.date.month,
  day: paper.date.date))
#set text(font: "Tinos", size: 14pt, lang: "vi", region: "VN", hyphenate: false, overhang: false, fallback: false,
  top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 0.25em, spacing: 0.25em + 6pt, first-line-indent: (amount: indent, all: true))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm), header-ascent: 5mm,
  header: context {
    let number = counter(page).get().first()
    set par(first-line-indent: 0pt)
    if number > 1 {
      grid(columns: (1fr, 1fr, 1fr), align: (left, center, right), none, text(13pt, str(number)),
        if paper.draft != none { text(11pt, style: "italic", paper.draft) })
    }
  })

// A document's number never breaks over two lines: 152/2025/NĐ-CP.
#show regex("\d+[a-z]?/(\d{4}/)?\p{Lu}[\p{L}\d]*(-\p{Lu}[\p{L}\d]*)*"): it => box(baseline: 0.2em, it)
// The boxes and ticks of ballots and forms are not in the font; they are drawn.
#let tick-box(mark) = box(width: 0.7em, height: 0.7em, stroke: hairline, baseline: 0.05em, mark)
#let tick = place(curve(stroke: 1pt, curve.move((0.12em, 0.32em)), curve.line((0.3em, 0.55em)),
  curve.line((0.6em, 0.1em))))
#let cross = place({
  place(line(start: (0.12em, 0.12em), end: (0.58em, 0.58em), stroke: 1pt))
  place(line(start: (0.58em, 0.12em), end: (0.12em, 0.58em), stroke: 1pt))
})
#show "☐": tick-box(none)
#show "☑": tick-box(tick)
#show "☒": tick-box(cross)
#show "✓": box(width: 0.7em, height: 0.7em, baseline: 0.05em, tick)
#show "✗": box(width: 0.7em, height: 0.7em, baseline: 0.05em, cross)

#let words(value) = value.split("\n").map(line => [#line]).join(linebreak())
#let run(value) = {
  let drawn = words(value.text)
  if value.bold { drawn = strong(drawn) }
  if value.italic { drawn = emph(drawn) }
  drawn
}
#let runs(values) = values.map(run).join()
#let plain(body) = { set par(first-line-indent: 0pt, justify: false); body }
#let centred(body) = align(center, plain(body))
#let rule(width) = line(length: width, stroke: hairline)

// A rule from a third to a half as long as the line above it.
#let with-rule(body) = layout(room => centred(block(breakable: false, {
  body
  v(5pt, weak: true)
  rule(calc.min(measure(body).width, room.width) * 0.4)
})))

#show heading: it => block(width: 100%, sticky: true, above: 0.25em + 8pt,
  below: if it.level == 1 { 0.25em + 3pt } else { 0.25em + 6pt }, {
  let weight = if it.level < 5 { "bold" } else { "regular" }
  let style = if it.level > 3 { "italic" } else { "normal" }
  set par(first-line-indent: if it.level == 1 { 0pt } else { (amount: indent, all: true) })
  set par(justify: false) if it.level == 1
  par(text(14pt, weight: weight, style: style, it.body))
})

#let letterhead(superior: none, number: none, place-and-day: none, subject: none, draft: none) = {
  set par(first-line-indent: 0pt, justify: false, leading: 0.12em, spacing: 0.12em)
  set align(center)
  let left-column = {
    if superior != none { text(13pt, words(superior)) + parbreak() }
    with-rule(text(13pt, strong(words(paper.issuer))))
  }
  let right-column = {
    text(13pt, strong(paper.country))
    parbreak()
    box(stroke: (bottom: hairline), inset: (bottom: 4pt), text(14pt, strong(paper.motto)))
  }
  grid(columns: (1fr, 97mm), row-gutter: 9pt, left-column, right-column,
    ..if place-and-day == none { () } else {
      (text(13pt, number), text(13pt, emph(place-and-day)))
    },
    ..if subject == none and draft == none { () } else {
      (pad(x: 5mm, {
        if subject != none { text(12pt, subject) }
        if subject != none and draft != none { v(4pt) }
        if draft != none { box(stroke: hairline, inset: (x: 6pt, y: 3pt), text(13pt, strong(draft))) }
      }), none)
    })
  v(16pt, weak: true)
}

#let name-and-abstract(label: none, name: none, abstract: none, ruled: true) = {
  set align(center)
  set par(first-line-indent: 0pt, justify: false, leading: 0.25em)
  if label != none { heading(level: 1, label) }
  if name != none { heading(level: if label == none { 1 } else { 2 }, name) }
  if abstract != none { if ruled { with-rule(strong(words(abstract))) } else { par(strong(words(abstract))) } }
}

// Whether a row grows so tall that it must be let break over pages, since an unbroken one would be cut off.
#let tall(sheet, row) = {
  let total = sheet.columns.map(column => column.share).sum()
  row.enumerate().any(((at, value)) => {
    let share = sheet.columns.at(calc.min(at, sheet.columns.len() - 1)).share / total
    value.runs.map(piece => piece.text.len()).sum(default: 0) / calc.max(1, 70 * share) > 12
  })
}
#let cell(value, body, ..position) = table.cell(colspan: value.columns, rowspan: value.rows, ..position, body)
#let head-cells(sheet) = sheet.head.flatten().map(value =>
  cell(value, strong(runs(value.runs)), align: center + horizon))
#let body-cells(sheet, rows, last-mark: none) = {
  let cells = rows.map(row => {
    let breakable = tall(sheet, row)
    row.map(value => if value.columns > 1 {
      cell(value, runs(value.runs), breakable: breakable, align: left + horizon)
    } else { cell(value, runs(value.runs), breakable: breakable) })
  }).flatten()
  if last-mark != none {
    let value = rows.last().last()
    cells.last() = cell(value, runs(value.runs) + last-mark, breakable: tall(sheet, rows.last()))
  }
  cells
}
#let sides = (left: left, centre: center, right: right)
#let grid-of(sheet, header, cells) = {
  set text(size: sheet.size * 1pt, top-edge: 0.8em, bottom-edge: -0.2em)
  set par(first-line-indent: 0pt, justify: false, leading: 0.16em, spacing: 0.3em)
  table(columns: sheet.columns.map(column => column.share * 1fr), stroke: hairline, inset: (x: 4pt, y: 2.5pt),
    align: (x, y) => sides.at(sheet.columns.at(x).alignment) + horizon,
    ..if header { (table.header(..head-cells(sheet)),) } else { () }, ..cells)
}
#let caption-of(sheet) = if sheet.caption != none {
  block(width: 100%, sticky: true, centred(strong(words(sheet.caption))))
}
#let draw-table(sheet) = {
  caption-of(sheet)
  block(width: 100%, above: 8pt, below: 10pt, grid-of(sheet, true, body-cells(sheet, sheet.rows)))
}
// The last two rows stay with the signature; alone on a new page they get the titles again.
#let draw-last-table(sheet) = {
  caption-of(sheet)
  let keep = 2
  let joined = sheet.rows.flatten().any(value => value.rows > 1)
  if joined or sheet.rows.len() <= keep + 2 or sheet.rows.slice(-keep).any(row => tall(sheet, row)) {
    return block(width: 100%, above: 8pt, below: 10pt, sticky: sheet.rows.len() <= keep + 2,
      grid-of(sheet, true, body-cells(sheet, sheet.rows)))
  }
  let split = sheet.rows.len() - keep
  block(width: 100%, above: 8pt, below: 0pt,
    grid-of(sheet, true, body-cells(sheet, sheet.rows.slice(0, split), last-mark: [#metadata("rows")<rows-end>])))
  block(width: 100%, above: 0pt, below: 10pt, sticky: true, breakable: false, context {
    let earlier = query(selector(<rows-end>).before(here())).last().location().page()
    grid-of(sheet, earlier != here().page(), body-cells(sheet, sheet.rows.slice(split)))
  })
}

#let draw(piece) = {
  if piece.kind == "paragraph" {
    if piece.alignment == "justified" { par(runs(piece.runs)) } else {
      align(sides.at(piece.alignment), plain(par(runs(piece.runs))))
    }
  } else if piece.kind == "article" {
    par([*Điều #str(piece.number).* ] + runs(piece.runs))
  } else if piece.kind == "part" {
    align(center, { heading(level: 1, words(piece.label)); heading(level: 1, words(piece.title)) })
  } else if piece.kind == "heading" {
    heading(level: piece.level + 1, words(piece.number + " " + piece.title))
  } else if piece.kind == "list" {
    for item in piece.items { par([#piece.marker ] + runs(item)) }
  } else { draw-table(piece) }
}

#let draw-body(pieces, followed) = {
  if pieces.len() == 0 { return }
  for piece in pieces.slice(0, -1) { draw(piece) }
  let last = pieces.last()
  if not followed { draw(last) } else if last.kind == "table" { draw-last-table(last) } else if last.kind == "list" {
    draw((..last, items: last.items.slice(0, -1)))
    block(width: 100%, sticky: true, draw((..last, items: last.items.slice(-1))))
  } else { block(width: 100%, sticky: true, draw(last)) }
}

#let in-signature(body) = align(center, {
  set par(first-line-indent: 0pt, justify: false, leading: 0.12em, spacing: 0.12em)
  body
})
#let offices(signature) = in-signature(signature.offices.map(line => strong(words(line))).join(linebreak()))
#let signed-name(signature) = in-signature({
  block(height: 27mm, width: 100%, align(center + horizon, if signature.signed { emph("(Đã ký)") }))
  strong(if signature.name == none { "" } else { signature.name })
})
// Names stand level, however many lines name the offices above them.
#let sign(signatures) = {
  let columns = calc.min(signatures.len(), 3)
  for row in signatures.chunks(columns) {
    block(width: 100%, breakable: false, above: 0pt, below: 8mm, grid(columns: (1fr,) * columns, column-gutter: 4mm,
      ..row.map(offices), ..(none,) * (columns - row.len()), ..row.map(signed-name)))
  }
}
#let receive(lines) = {
  set par(first-line-indent: 0pt, justify: false, leading: 0.22em, spacing: 0.22em, hanging-indent: 0.5em)
  par(text(12pt, strong(emph("Nơi nhận:"))))
  for line in lines { par(text(11pt, line)) }
}
#let closing(recipients, signatures) = {
  if recipients.len() == 0 and signatures.len() == 0 { return }
  v(14pt, weak: true)
  // Kept on one page, unless no page would hold it.
  let lines = recipients.map(line => calc.ceil(line.len() / 40)).sum(default: 0)
  block(width: 100%, breakable: lines > 40 or signatures.len() > 6, {
    if signatures.len() > 1 {
      sign(signatures)
      if recipients.len() > 0 { block(width: 60%, receive(recipients)) }
    } else {
      grid(columns: (1.15fr, 1fr), column-gutter: 4mm,
        if recipients.len() > 0 { receive(recipients) }, if signatures.len() > 0 { sign(signatures) })
    }
  })
}

#letterhead(superior: paper.superior, number: paper.number, place-and-day: paper.placeAndDay,
  subject: paper.subject, draft: paper.draft)
#if paper.name != none {
  name-and-abstract(name: paper.name, abstract: paper.abstract)
  v(10pt, weak: true)
}
#if paper.addressees.len() == 1 {
  block(above: 6pt, below: 14pt, width: 100%, centred[Kính gửi: #paper.addressees.first()])
} else if paper.addressees.len() > 1 {
  block(above: 6pt, below: 14pt, inset: (left: 22mm), width: 100%, plain(grid(columns: (auto, 1fr),
    column-gutter: 2mm, [Kính gửi:], {
      set par(spacing: 0.3em, hanging-indent: 0.6em)
      for line in paper.addressees { par(line) }
    })))
}
#if paper.decider != none { block(width: 100%, above: 8pt, sticky: true, centred(strong(paper.decider))) }
#for ground in paper.grounds { par(emph(ground)) }
#if paper.verb != none { block(width: 100%, sticky: true, centred(strong(paper.verb))) }
#draw-body(paper.body, paper.signatures.len() + paper.recipients.len() > 0)
#closing(paper.recipients, paper.signatures)
#for annex in paper.annexes {
  page(flipped: annex.landscape, {
    if annex.letterhead { letterhead() }
    name-and-abstract(label: annex.label, name: annex.name, abstract: annex.abstract, ruled: false)
    if annex.reference != none { centred(par(emph(words(annex.reference)))) + centred(rule(35mm)) + v(4pt) }
    draw-body(annex.body, annex.signatures.len() > 0)
    closing((), annex.signatures)
  })
}
`;
