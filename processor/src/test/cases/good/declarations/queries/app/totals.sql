SELECT this is not asked, because the root comes first
