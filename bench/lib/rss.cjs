// Loaded into a measured process: leaves its peak of resident memory (KiB) in the file that BENCH_RSS names.
process.on("exit", () => {
  require("node:fs").writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS));
});
