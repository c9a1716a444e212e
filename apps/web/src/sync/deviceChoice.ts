// Choices of this device, stored unencrypted: they say nothing of the work of a user.

export const deviceChoice = (name: string): string | null => localStorage.getItem(name)
export const keepDeviceChoice = (name: string, choice: string): void => localStorage.setItem(name, choice)
