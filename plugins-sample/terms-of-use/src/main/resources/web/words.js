// What is not in the settings, and what is wrong by the code of the error.
const WORDS = {
  en: { terms: 'Terms of use', version: 'Version', go: 'Go on' },
  de: {
    terms: 'Nutzungsbedingungen',
    version: 'Version',
    go: 'Weiter',
    required: 'Ohne die Nutzungsbedingungen anzunehmen, geht es nicht weiter.',
    changed: 'Die Nutzungsbedingungen haben sich geändert. Bitte noch einmal lesen.',
  },
}

/** In the language, else in English; what the server says is in English. */
export function words(language) {
  return WORDS[language.toLowerCase().split('-')[0]] ?? WORDS.en
}
