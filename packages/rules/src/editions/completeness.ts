/** Why a report of the regency leaves out how much of a form is filled in. */
export const completeness = 'Kelengkapan pengisian bukan capaian kinerja.'
