export { compilePattern } from "../../interop/pattern.js";
