/** What has to be typed before an account is deleted. */
export const confirmWords = 'delete my account'
