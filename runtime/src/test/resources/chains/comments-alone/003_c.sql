/* nothing;
   to do */