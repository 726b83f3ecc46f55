// What a fitted model does on each set: figures for the provenance, and the table of thresholds.
const RATES = [0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.125, 0.15, 0.2, 0.3];
export const GROUPS = ["zh", "sample", "en"];
/** The same as CLARIFY of src/kb/respond/decide.ts. */
const CLARIFY = 0.35;

const round = (value) => Math.round(value * 1000) / 1000;
export const share = (some, test) => (some.length === 0 ? 0 : round(some.filter(test).length / some.length));

/** Answers at a threshold: wrong ones over all questions, and those given over the questions in scope. */
function outcome(some, threshold) {
  const answered = some.filter(({ score }) => score >= threshold);
  return {
    wrong: answered.filter(({ right }) => !right).length / Math.max(1, some.length),
    coverage: answered.filter((row) => row.inScope).length / Math.max(1, some.filter((row) => row.inScope).length),
  };
}

/** For each rate the least threshold at which neither all questions nor those of one group exceed it. */
export function thresholdTable(dev) {
  const groups = [dev, ...GROUPS.map((group) => dev.filter((row) => row.group === group))];
  return RATES.map((rate) => {
    let threshold = 0.05;
    while (threshold < 0.97 && groups.some((some) => outcome(some, threshold).wrong > rate)) threshold += 0.005;
    return { rate, threshold: round(threshold) };
  });
}

/** Share of questions in scope whose first entry is right: by questions (BM25), by vector, and fused. */
export function recallTable(rows) {
  const names = [...new Set(rows.map((row) => `${row.set} ${row.split}`))];
  const best = (channel) => (row) => {
    const values = row.evidence.map((one) => one[channel]);
    return row.gold[values.indexOf(Math.max(...values))] === true;
  };
  return Object.fromEntries(
    names.map((name) => {
      const some = rows.filter((row) => `${row.set} ${row.split}` === name && row.inScope);
      const recallAt1 = {
        lexical: share(some, best("lexical")),
        vector: share(some, best("vector")),
        fused: share(some, (row) => row.right),
      };
      return [name, { queries: some.length, recallAt1 }];
    }),
  );
}

/** By group and split: what the thresholds buy, and what asking back does at the threshold for 0.05. */
export function decisionTable(rows, thresholds) {
  const table = {};
  for (const group of GROUPS) {
    for (const split of ["dev", "test"]) {
      const some = rows.filter((row) => row.group === group && row.split === split);
      if (some.length === 0) continue;
      const answer = thresholds.find(({ rate }) => rate === 0.05).threshold;
      const asked = (row) => row.score < answer && row.score >= CLARIFY;
      const inScope = some.filter((row) => row.inScope);
      table[`${group} ${split}`] = {
        questions: { inScope: inScope.length, outOfScope: some.length - inScope.length },
        answers: thresholds.map(({ rate, threshold }) => {
          const { wrong, coverage } = outcome(some, threshold);
          return { rate, threshold, wrong: round(wrong), coverage: round(coverage) };
        }),
        clarify: {
          inScope: share(inScope, asked),
          rightAmongThree: share(inScope.filter(asked), (row) => row.order.slice(0, 3).some((at) => row.gold[at])),
          outOfScope: share(
            some.filter((row) => !row.inScope),
            asked,
          ),
        },
      };
    }
  }
  return table;
}

/** How often scores of a tenth are right. */
export function reliability(dev) {
  return Array.from({ length: 10 }, (_, bin) => {
    const some = dev.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin);
    return { from: bin / 10, n: some.length, right: share(some, (row) => row.right) };
  }).filter(({ n }) => n > 0);
}
