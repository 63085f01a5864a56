// Nothing. In tests it stands for `server-only`, which throws outside React's server condition; in
// the build for packages that Privy's wallet code imports and that this app never reaches.
module.exports = {}
