/** An application that is a named module. */
module library {
  requires static dev.litmus.annotations;
  requires dev.litmus.runtime;

  provides dev.litmus.runtime.RepositoryFactory with
      library.BooksImpl.Factory;
}
