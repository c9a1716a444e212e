/** It is not a workbook, or a broken one. */
export class UnreadableArchive extends Error {}

/** It contains more than is read here, or unpacks to more. */
export class TooLargeToRead extends Error {}
