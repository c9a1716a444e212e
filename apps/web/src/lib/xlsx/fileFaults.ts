/** It is no workbook, or a broken one. */
export class UnreadableArchive extends Error {}

/** It holds more than is read here, or unpacks to more. */
export class TooLargeToRead extends Error {}
