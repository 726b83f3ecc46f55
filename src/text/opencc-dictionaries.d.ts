// opencc-js exports its dictionaries one by one, but types only its bundles.
declare module "opencc-js/dict/*" {
  /** Entries `from to`, separated by `|`, sorted by code point. */
  const dictionary: string;
  // eslint-disable-next-line no-restricted-exports -- this is how the package exports it
  export default dictionary;
}
