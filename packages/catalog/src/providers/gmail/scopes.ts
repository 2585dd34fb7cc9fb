/** One scope covers all of this app's actions: reading, composing, sending, labels and the trash. */
export const modify = "https://www.googleapis.com/auth/gmail.modify";
