// What a guide can do beyond its text. Loaded on guides alone; without it the page works as it is.
import { startBeat } from "./js/guide/beat.js";
import { offerSteps } from "./js/guide/steps.js";

offerSteps();
startBeat();
