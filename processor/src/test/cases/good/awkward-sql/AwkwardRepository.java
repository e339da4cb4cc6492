package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface AwkwardRepository {

  @Query("SELECT 'it''s' AS first, \"id\" AS [Second], '\\ */ /* <b> & @see {@link X} \\u0041 \\' AS `third` FROM orders")
  List<Awkward> quotes();

  @Query("SELECT '\"\"\" \"\"\"\"' || '\"'")
  String tripleQuotes();

  @Query("SELECT 'a\tb' || '\t';  -- the end; really")
  String tabs();

  @Query("SELECT 'first  \n\n  second\r\n third \r'")
  String lines();

  @Query("\r\n  SELECT\r\n    1 +\r\n    :one\r\n")
  int windows(int one);

  @Query("  /* :not, ? */ SELECT ':not ? @this' || :word -- :nor :that\n  ;")
  String looksLikeParameters(String word);

  @Query("SELECT 'größe 🧪\u2028' || :größe")
  String nonAscii(String größe);

  @Query("SELECT '$L $$ $N %s'")
  String dollars();

  @Query("SELECT \"total\" FROM \"orders\" WHERE \"id\" = :id")
  List<Double> quotedNames(long id);

  @Query("SELECT :statement || :row || :result || :database || :transaction || :e || :e2 || :class_")
  String locals(
      String statement,
      String row,
      String result,
      String database,
      String transaction,
      String e,
      String e2,
      String class_);

  @Query("UPDATE orders SET total = :database WHERE id = :transaction RETURNING total AS result")
  List<Double> writeLocals(double database, long transaction);

  @Query("SELECT count(*) FROM orders")
  int URLOf2Orders();

  @Query("SELECT count(*) FROM orders WHERE id = :id")
  int URLOf2Orders(long id);

  @Query("SELECT 1")
  int URL_OF2_ORDERS();
}
