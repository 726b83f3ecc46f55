import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageLinks } from "./page-links.js";

const links = (page: string) =>
  pageLinks(page, "https://help.test/faq/index.html").map((url) => url.replace("https://help.test", ""));

describe("pageLinks", () => {
  it("finds links however they are written, each once", () => {
    const page = `<a href="a.html">A</a><A HREF='/b?x=1&amp;y=2#top'>B</A> <a class=x href=c>C</a>
      <a href="a.html#part">again</a><area href="https://other.test/d"><a href="//help.test/e">E</a><a
      data-x="a > b" href="f">F</a><a href="退款.html">退</a>`;
    expect(links(page)).toEqual([
      "/faq/a.html",
      "/b?x=1&y=2",
      "/faq/c",
      "https://other.test/d",
      "/e",
      "/faq/f",
      "/faq/%E9%80%80%E6%AC%BE.html",
    ]);
  });

  it("leaves out what is no link to a page", () => {
    const page = `<!-- <a href="x1"> --><script>"<a href='x2'>"</script><style><a href=x3></style><a>no</a><abbr href="x4">
      <a href="mailto:a@b.test"><a href="javascript:alert(1)"><a href="tel:123"><a rel="external nofollow" href="x5">
      <a href="x6.pdf" download><a href="http://"><link href="x7"><a href="ok">`;
    expect(links(page)).toEqual(["/faq/ok"]);
  });

  it("starts at the base that the page names", () => {
    expect(links('<base href="/help/"><a href="a">')).toEqual(["/help/a"]);
  });

  it("respects a page that does not want its links followed", () => {
    expect(links('<meta name="robots" content="noindex, nofollow"><a href="a">')).toEqual([]);
    expect(links('<meta name="robots" content="noindex"><a href="a">')).toEqual(["/faq/a"]);
  });

  it("takes any text, and does not slow down over much of the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", "a", " ", "href", "=", '"', "'", ">", "!--", "/"), maxLength: 200 }),
        (page) => {
          expect(Array.isArray(links(page))).toBe(true);
        },
      ),
    );
    for (const part of ["<a ", '<a href="', "<!--", "<script>", "<a href='x' ", "&#", '"<a "'])
      expect(links(part.repeat(100_000)).length).toBeLessThan(3);
  });
});
