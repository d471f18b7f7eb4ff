// Two pictures of one place, one over the other. Loaded where there are two; without it they stand side by side.
import { layOver } from "./js/compare.js";

layOver();
