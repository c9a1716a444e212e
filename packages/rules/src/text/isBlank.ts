// Spaces, line ends, and characters that leave no mark: controls, soft and zero-width ones, fillers, the empty Braille cell.
const unseen = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Whether nothing of a text is visible. */
export const isBlank = (text: string): boolean => unseen.test(text)
