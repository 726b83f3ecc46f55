import { type ZipMember, makeZip } from "./zip.js";

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface DocxParts {
  /** What stands in w:body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Relation id to address. */
  readonly links?: Readonly<Record<string, string>>;
  readonly more?: readonly ZipMember[];
  /** In front of the main part's root. */
  readonly prolog?: string;
}

/** A paragraph with a style, a list, runs. */
export function para(
  text: string,
  options: { style?: string; num?: string; depth?: number; bold?: boolean; centred?: boolean } = {},
): string {
  const { style, num, depth = 0, bold = false, centred = false } = options;
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    num === undefined ? "" : `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${num}"/></w:numPr>`,
    centred ? '<w:jc w:val="center"/>' : "",
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text, bold)}</w:p>`;
}

export function run(text: string, bold = false): string {
  const parts = text.split("\n").map((part) => `<w:t xml:space="preserve">${part}</w:t>`);
  return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${parts.join("<w:br/>")}</w:r>`;
}

/** List 1 counts 1., a); list 2 counts 一、, （一）; list 3 has bullets; list 4 is list 1 begun again; list 5 writes Q1:. */
const LISTS = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Q%1:"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`;

const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>`;

/** A Word document of its parts. */
export function writeDocx({
  body,
  styles = STYLES,
  numbering = LISTS,
  footnotes,
  links = {},
  more = [],
  prolog = "",
}: DocxParts): Uint8Array {
  const relations = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${RELATION}/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  const open = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  return makeZip([
    {
      name: "[Content_Types].xml",
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: "_rels/.rels",
      data: `${open}<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: "word/_rels/document.xml.rels", data: `${open}${relations.join("")}</Relationships>` },
    { name: "word/document.xml", data: `${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: "word/styles.xml", data: `<w:styles ${W}>${styles}</w:styles>` },
    { name: "word/numbering.xml", data: `<w:numbering ${W}>${numbering}</w:numbering>` },
    ...(footnotes === undefined
      ? []
      : [{ name: "word/footnotes.xml", data: `<w:footnotes ${W}>${footnotes}</w:footnotes>` }]),
    ...more,
  ]);
}
