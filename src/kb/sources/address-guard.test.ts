import { describe, expect, it } from "vitest";
import type { AddressClass } from "./address-guard.js";
import { addressName, checkAddress, classifyIp } from "./address-guard.js";

const ips: readonly [string, AddressClass][] = [
  ["8.8.8.8", "public"],
  ["172.32.0.1", "public"],
  ["2606:4700::1111", "public"],
  ["2400:3200::1", "public"],
  ["127.0.0.1", "private"],
  ["127.255.255.254", "private"],
  ["10.1.2.3", "private"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "private"],
  ["192.168.1.1", "private"],
  ["::1", "private"],
  ["fc00::1", "private"],
  ["fd12:3456::1", "private"],
  ["::ffff:127.0.0.1", "private"],
  ["::ffff:a00:1", "private"],
  ["::ffff:8.8.8.8", "public"],
  ["[::1]", "private"],
  ["0.0.0.0", "forbidden"],
  ["0.1.2.3", "forbidden"],
  ["169.254.169.254", "forbidden"],
  ["169.254.0.1", "forbidden"],
  ["::ffff:169.254.169.254", "forbidden"],
  ["100.64.0.1", "forbidden"],
  ["100.100.100.200", "forbidden"],
  ["192.0.0.192", "forbidden"],
  ["168.63.129.16", "forbidden"],
  ["198.18.0.1", "forbidden"],
  ["198.51.100.7", "forbidden"],
  ["224.0.0.1", "forbidden"],
  ["239.255.255.250", "forbidden"],
  ["240.0.0.1", "forbidden"],
  ["255.255.255.255", "forbidden"],
  ["::", "forbidden"],
  ["::7f00:1", "forbidden"],
  ["fe80::1", "forbidden"],
  ["fe80::1%eth0", "forbidden"],
  ["fec0::1", "forbidden"],
  ["ff02::1", "forbidden"],
  ["fd00:ec2::254", "forbidden"],
  ["fd20:ce::254", "forbidden"],
  ["2001:db8::1", "forbidden"],
  ["4000::1", "forbidden"],
  ["::ffff:0:8.8.8.8", "forbidden"],
  // NAT64, 6to4 and Teredo with an address inside
  ["64:ff9b::8.8.8.8", "public"],
  ["64:ff9b::10.0.0.1", "forbidden"],
  ["64:ff9b::169.254.169.254", "forbidden"],
  ["64:ff9b:1::8.8.8.8", "forbidden"],
  ["2002:808:808::1", "public"],
  ["2002:a9fe:a9fe::1", "forbidden"],
  ["2002:7f00:1::1", "forbidden"],
  ["2001:0:808:808::f7f7:f7f7", "public"],
  ["2001:0:808:808::80ff:fffe", "forbidden"],
  ["2001:0:a00:1::f7f7:f7f7", "forbidden"],
  ["example.com", "forbidden"],
  ["127.1", "forbidden"],
  ["", "forbidden"],
];

describe("classifyIp", () => {
  it.each(ips)("%s is %s", (ip, expected) => {
    expect(classifyIp(ip)).toBe(expected);
  });
});

const check = (text: string, allowPrivate = false, base?: string): string => {
  try {
    return checkAddress(text, allowPrivate, base).href;
  } catch (error) {
    return (error as { key: string }).key;
  }
};

describe("checkAddress", () => {
  it.each([
    ["https://help.example.com:8443/faq?a=1#top", "https://help.example.com:8443/faq?a=1"],
    ["https://8.8.8.8/", "https://8.8.8.8/"],
    ["HTTPS://HELP.example.COM/帮助", "https://help.example.com/%E5%B8%AE%E5%8A%A9"],
    ["ftp://example.com/a.csv", "kb.fetch.bad-scheme"],
    ["file:///etc/passwd", "kb.fetch.bad-scheme"],
    ["https://", "kb.fetch.bad-address"],
    ["http://user:secret@example.com/", "kb.fetch.credentials"],
    ["http://user@example.com/", "kb.fetch.credentials"],
    ["http://2130706433/", "kb.fetch.odd-host"],
    ["http://0x7f.1/", "kb.fetch.odd-host"],
    ["http://0177.0.0.1/", "kb.fetch.odd-host"],
    ["http://134744072/", "kb.fetch.odd-host"],
    ["http://１２７.0.0.1/", "kb.fetch.odd-host"],
    ["http:\\\\2130706433\\", "kb.fetch.odd-host"],
    [" http://2130706433/", "kb.fetch.odd-host"],
    ["http://127.0.0.1./", "kb.fetch.odd-host"],
    ["http://example.com./", "kb.fetch.odd-host"],
    ["http://metadata.google.internal/", "kb.fetch.forbidden"],
    ["http://169.254.169.254/latest/meta-data/", "kb.fetch.forbidden"],
    ["http://[fe80::1]/", "kb.fetch.forbidden"],
    ["http://[::ffff:a9fe:a9fe]/", "kb.fetch.forbidden"],
    ["http://127.0.0.1/", "kb.fetch.private"],
    ["http://[::1]:8080/", "kb.fetch.private"],
  ])("%s: %s", (text, expected) => {
    expect(check(text)).toBe(expected);
  });

  it("admits private ranges and loopback when asked, and nothing else", () => {
    expect(check("http://127.0.0.1:8080/", true)).toBe("http://127.0.0.1:8080/");
    expect(check("http://10.0.0.1/", true)).toBe("http://10.0.0.1/");
    expect(check("http://[fd12::1]/", true)).toBe("http://[fd12::1]/");
    for (const host of ["169.254.169.254", "[fd00:ec2::254]", "100.100.100.200", "0.0.0.0", "metadata"]) {
      expect(check(`http://${host}/`, true)).toBe("kb.fetch.forbidden");
    }
  });

  it("reads a redirect from where it stands, and sees through its host", () => {
    const base = "https://example.com/a/b";
    expect(check("../c", false, base)).toBe("https://example.com/c");
    expect(check("0x7f.1", false, base)).toBe("https://example.com/a/0x7f.1");
    expect(check("//0x7f.1/", false, base)).toBe("kb.fetch.odd-host");
    expect(check("\\\\2130706433\\", false, base)).toBe("kb.fetch.odd-host");
    expect(check("//169.254.169.254/", false, base)).toBe("kb.fetch.forbidden");
  });

  it("never repeats a password", () => {
    expect(() => checkAddress("http://user:secret@example.com/", false)).toThrow(/^(?!.*secret)/);
  });
});

describe("addressName", () => {
  it("keeps what parts archive and member out of the address", () => {
    expect(addressName(new URL("https://example.com/a!/b.zip"))).toBe("https://example.com/a%21/b.zip");
  });
});
