/** The id of a step of an ordinal scale: `BB`, `Sangat Baik`. */
export const stepPattern = /^[A-Za-z][A-Za-z0-9 +-]{0,39}$/
