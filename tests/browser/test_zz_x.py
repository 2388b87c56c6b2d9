def test_x(live):
    import time
    import urllib.request

    t = time.time()
    print(live.url, live.database_url_web)
    print(urllib.request.urlopen(live.url + "/account/login/").status)
    live.restart_web()
    print("restart", time.time() - t)
