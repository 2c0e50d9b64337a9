/** Of the databases on a device, as Dexie counts; a change of tables raises the number. */
export const townVersion = 5;
export const houseVersion = 1;

/** Dexie counts in tenths of what the browser counts in. */
export const nativeSteps = 10;
