/** Takes the focus to the heading of the files, from what goes from the screen as it is pressed. */
export const focusEvidence = (): void => document.getElementById('panel-evidence')?.focus()
