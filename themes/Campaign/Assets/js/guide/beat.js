// The beat for chest compressions: a sound, a shake and a disc that lights up, at the pace of the guide; 30 counted, then two breaths where the reader gives them.

const COMPRESSIONS = 30;
const PAUSE_IN_SECONDS = 5;
const AHEAD_IN_SECONDS = 0.2;

/** Offers the beat where the page has one. */
export function startBeat() {
  const place = document.querySelector("[data-beat]");
  if (!place || !window.AudioContext) return;
  const pace = 60 / Number(place.dataset.beat);
  const [count, words, breaths] = ["[data-count]", "[data-words]", "[data-breaths]"].map((part) => place.querySelector(part));
  const switcher = place.querySelector("[data-switch]");
  const offer = switcher.textContent;
  let sound;
  let timer;
  place.hidden = false;
  switcher.addEventListener("click", () => (timer ? stop() : start()));

  function start() {
    sound = new AudioContext();
    let time = sound.currentTime + 0.3;
    let beat = 0;
    switcher.textContent = "停";
    place.classList.add("is-beating");
    timer = setInterval(() => {
      while (timer && time < sound.currentTime + AHEAD_IN_SECONDS) {
        beat += 1;
        play(time, beat);
        time += pace;
        if (breaths.checked && beat === COMPRESSIONS) {
          at(time, () => (words.textContent = "吹气2次"));
          time += PAUSE_IN_SECONDS;
        }
        if (beat === COMPRESSIONS) beat = 0;
      }
    }, 50);
  }

  function play(time, beat) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = beat === 1 ? 1200 : 880;
    volume.gain.setValueAtTime(0.6, time);
    volume.gain.exponentialRampToValueAtTime(0.001, time + 0.08);
    tone.connect(volume).connect(sound.destination);
    tone.start(time);
    tone.stop(time + 0.1);
    at(time, () => {
      words.textContent = "按";
      count.textContent = beat;
      place.classList.remove("is-down");
      requestAnimationFrame(() => place.classList.add("is-down"));
      navigator.vibrate?.(60);
    });
  }

  function at(time, act) {
    setTimeout(() => timer && act(), Math.max(0, (time - sound.currentTime) * 1000));
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
    sound.close();
    place.classList.remove("is-beating", "is-down");
    switcher.textContent = offer;
    words.textContent = "";
    count.textContent = "";
  }
}
