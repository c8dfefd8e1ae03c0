/** What `npm start` says to the workers beside it. */
export const stopWord = "stop";
