/** What the last publishing took out, for readers whose search began before it. */
export const gone = `
CREATE TABLE {schema}.gone (number integer PRIMARY KEY, json text NOT NULL, first_question integer NOT NULL);
`;
