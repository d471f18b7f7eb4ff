// All script of the site. Every page works without it.
import { rememberLargeType } from "./js/large-type.js";

rememberLargeType();
