/** The annotations that users write on their repository interfaces. */
module dev.litmus.annotations {
  requires static org.jspecify;

  exports dev.litmus.annotations;
}
