/** A cookie whose value begins with another letter than it did, whatever it began with. */
export const otherLetter = (cookie: string): string =>
  cookie.replace(/=(.)/, (_, first) => (first === 'x' ? '=y' : '=x'))
