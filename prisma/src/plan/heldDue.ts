/** SQL of the columns that decide; `due` null or `infinity` where there is none. */
interface HeldDueColumns {
  status: string
  number: string
  due: string
  returnDue: string
  firstAt: string
}

const ofLine: HeldDueColumns = {
  status: 'l.status',
  number: 'l.number',
  due: `NULLIF(l.due, 'infinity')`,
  returnDue: 'l.return_due_at',
  firstAt: 'l.first_at',
}

/** SQL: whether a line `l` owes the answer to a return, as `owesAnswer` of the rules says it. */
export const owesAnswer = ({ status, returnDue, firstAt }: HeldDueColumns = ofLine): string =>
  `(${status} = 'returned' OR (${status} = 'signing' AND ${firstAt} IS NOT NULL AND ${returnDue} IS NOT NULL))`

/** SQL: until when a line `l` is expected of its office, as `heldDue` of the rules says it; null where no date holds. */
export const heldDue = ({ status, number, due, returnDue }: HeldDueColumns = ofLine): string =>
  `CASE WHEN ${status} IN ('not-begun', 'draft', 'signing', 'returned') THEN COALESCE(${returnDue}, CASE WHEN ${number} = 1 THEN ${due} END) END`
