/** The four statutory reports, in the order in which they are listed. */
export const reportTypes = ['spm', 'lppd', 'sakip', 'lkpj'] as const
export type ReportType = (typeof reportTypes)[number]
export type FormId = `${ReportType}/${string}`

const typePattern = reportTypes.join('|')
export const formPattern = new RegExp(`^(${typePattern})/[a-z0-9]+(-[a-z0-9]+)*$`)

/** The form's part of an address, after its report type. Whether there is such a form is another question. */
export const formSlugPattern = /^[a-z0-9-]{1,48}$/
/** A form as a request names it: its shape, as `formSlugPattern`. */
export const formAddressPattern = new RegExp(`^(${typePattern})\\/${formSlugPattern.source.slice(1)}`)

/** The report that a form is of. */
export const reportTypeOf = (form: string): ReportType => form.split('/')[0] as ReportType
