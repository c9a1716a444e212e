/** Rows that a report may hold, removed ones too: ten times what the largest office writes into its largest form. */
export const mostRows = 3000
