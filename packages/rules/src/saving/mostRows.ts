/** The maximum rows of a report, removed ones too: ten times what the largest office writes into its largest form. */
export const mostRows = 3000
