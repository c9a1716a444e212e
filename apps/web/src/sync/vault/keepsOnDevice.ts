/** On plain http the browser gives pages no encryption, and nothing is stored. */
export const keepsOnDevice = (): boolean => globalThis.isSecureContext === true && 'indexedDB' in globalThis
