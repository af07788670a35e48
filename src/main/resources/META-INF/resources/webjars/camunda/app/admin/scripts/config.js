export default {
  // the one login of everything; the path is seen from /camunda/app/<name>/
  customScripts: ['../../../js/one-login']
};
