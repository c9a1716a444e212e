/** Moves the focus to the heading of the files, from an element that is removed as it is pressed. */
export const focusEvidence = (): void => document.getElementById('panel-evidence')?.focus()
