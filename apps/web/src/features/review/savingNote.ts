/** Key of the mutation that saves a new note of a report: it is pending until the notes are fetched again with the new one. */
export const savingNote = (submission: string) => ['save note', submission]
