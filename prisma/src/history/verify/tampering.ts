/**
 * One thing that is not as it was written, named so that a person can find it. `where` is a stream, revision, row, file, seal or guard;
 * `at`, when history last had it right, as an instant in text, null where nothing tells.
 */
export interface Tampering {
  code:
    | 'event-changed'
    | 'event-missing'
    | 'stream-cut'
    | 'stream-broken'
    | 'seal-changed'
    | 'seal-missing'
    | 'sealed-event-missing'
    | 'sealed-event-changed'
    | 'anchor-differs'
    | 'revision-changed'
    | 'revision-missing'
    | 'revision-unrecorded'
    | 'figure-changed'
    | 'figure-missing'
    | 'figure-added'
    | 'change-missing'
    | 'change-changed'
    | 'form-version-changed'
    | 'form-version-missing'
    | 'form-version-added'
    | 'edition-changed'
    | 'edition-added'
    | 'attachment-changed'
    | 'file-changed'
    | 'file-missing'
    | 'row-changed'
    | 'row-missing'
    | 'row-added'
    | 'bound-again'
    | 'answer-changed'
    | 'guard-missing'
    | 'guard-changed'
    | 'guard-added'
    | 'right-changed'
    | 'unreadable'
  where: string
  message: string
  at: string | null
}
