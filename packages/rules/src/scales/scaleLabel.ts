/** Labels of the ordinal scales that rule sets name by an id. */
const labels: Record<string, string> = {
  'opini-bpk': 'Opini BPK',
  'predikat-sakip': 'Predikat SAKIP',
  'lke-grade': 'Nilai LKE',
}

/** They are offered by their labels. */
export const namedScales = Object.entries(labels).map(([id, label]) => ({ id, label }))

/** The label of a scale; another text as it is. */
export const scaleLabel = (text: string): string => (Object.hasOwn(labels, text) ? (labels[text] ?? text) : text)

/** The id behind a scale's label; another text as it is. */
export const scaleId = (text: string): string =>
  Object.keys(labels).find(id => labels[id]?.toLowerCase() === text.trim().toLowerCase()) ?? text.trim()
