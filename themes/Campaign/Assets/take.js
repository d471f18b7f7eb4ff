// What is taken along: posters, texts, sheets, pledges. Loaded on their pages alone.
import { settle } from "./js/settle.js";
import { copyTexts } from "./js/take/copy.js";
import { keepFields } from "./js/take/fields.js";
import { savePicture } from "./js/take/picture.js";
import { signPledge } from "./js/take/pledge.js";

keepFields();
copyTexts();
savePicture();
signPledge();
settle();
