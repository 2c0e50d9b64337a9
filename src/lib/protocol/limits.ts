/** What either side may send at once. The server refuses what is larger; the client makes its parts no larger. */

/** Rises when a message changes so that an older side would misread it. Said in the address (`/api/v1`). */
export const protocolVersion = 1;

/** Facts in one batch: 5,000 in batches of this size were stored in 46-69 ms on two cores (measured in a spike). */
export const maxBatchFacts = 100;
/** As for a frame on the socket (promises on security: 1 MiB; what is larger goes by another road). */
export const maxBatchBytes = 1024 * 1024;
/** One fact as JSON. A batch can hold sixteen of the largest; what people type on the street stays under 2 KiB. */
export const maxFactBytes = 64 * 1024;
/** Lists in lists in a payload: what is said now goes four deep, and reading it walks down. */
export const maxFactDepth = 32;
/** Ids, names of devices: a UUID has 36. */
export const maxIdLength = 64;

/** Facts on one page of a pull: about 0.5 MB of ordinary ones, which a 4G-like line brings within a second. */
export const maxPageFacts = 500;
/** Facts looked at for one page, so that someone who may see few of many holds up nobody else. */
export const maxPageScan = 5000;
/** What one page may weigh: it is made in memory, per asker. */
export const maxPageBytes = 4 * 1024 * 1024;

/** A photo: 1600 pixels along its longest side is under 1 MB; a sharp one in bad light stays far under this. */
export const maxBlobBytes = 8 * 1024 * 1024;
/** Messages other than a batch. */
export const maxMessageBytes = 16 * 1024;
