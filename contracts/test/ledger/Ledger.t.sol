// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SumTree} from "../../src/libraries/SumTree.sol";
import {Tree, TreeBuilder} from "../base/Tree.sol";
import {World} from "../base/World.sol";

/// What lib/ledger computes in TypeScript (scripts/fixtures.ts wrote it down) is what Solidity computes.
contract LedgerTest is World {
    using TreeBuilder for Tree;

    string private json;

    function setUp() public override {
        super.setUp();
        json = vm.readFile("contracts/test/fixtures/ledger.json");
    }

    function climb(bytes calldata proof, uint256 index, bytes32 payee, uint128 amount)
        external
        pure
        returns (bytes32, uint256)
    {
        return SumTree.climb(proof, index, payee, amount);
    }

    function test_SumTrees() public view {
        uint256 trees;
        for (; vm.keyExistsJson(json, _at(".trees", trees)); ++trees) {
            _checkTree(_at(".trees", trees));
        }
        vm.assertGe(trees, 10);
    }

    function test_Splits() public view {
        uint256 splits;
        for (; vm.keyExistsJson(json, _at(".splits", splits)); ++splits) {
            string memory key = _at(".splits", splits);
            uint256 fee = _uint(key, ".fee");
            uint256[] memory bps = vm.parseJsonUintArray(json, string.concat(key, ".bps"));
            uint256[] memory parts = vm.parseJsonUintArray(json, string.concat(key, ".parts"));
            uint256 rest = fee;
            for (uint256 i; i < 4; ++i) {
                vm.assertEq(parts[i], fee * bps[i] / 10_000);
                rest -= parts[i];
            }
            vm.assertEq(parts[4], rest);
        }
        vm.assertGe(splits, 10);
    }

    function test_VoucherDigest() public {
        bytes32 structHash = keccak256(
            abi.encode(
                escrow.VOUCHER_TYPEHASH(),
                _address(".hashes.voucher.message", ".payer"),
                _address(".hashes.voucher.message", ".gateway"),
                _uint(".hashes.voucher.message", ".limit")
            )
        );
        _checkTyped(".hashes.voucher", structHash);
    }

    /// The message never reaches a contract: its type is written out here and stands in the escrow's domain.
    function test_AccessDigest() public {
        string memory message = ".hashes.access.message";
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Access(address payer,address gateway,uint64 issuedAt)"),
                _address(message, ".payer"),
                _address(message, ".gateway"),
                _uint(message, ".issuedAt")
            )
        );
        _checkTyped(".hashes.access", structHash);
    }

    function test_ReviewDigest() public {
        string memory message = ".hashes.review.message";
        bytes32 structHash = keccak256(
            abi.encode(
                curation.REVIEW_TYPEHASH(),
                _uint(message, ".contribution"),
                vm.parseJsonBool(json, string.concat(message, ".accept")),
                _uint(message, ".score"),
                _bytes32(message, ".reasonHash")
            )
        );
        _checkTyped(".hashes.review", structHash);
    }

    function test_VerdictDigest() public {
        string memory message = ".hashes.verdict.message";
        bytes32 structHash = keccak256(
            abi.encode(
                arbiter.VERDICT_TYPEHASH(),
                _address(message, ".settlement"),
                _uint(message, ".caseId"),
                vm.parseJsonBool(json, string.concat(message, ".guilty")),
                _bytes32(message, ".recomputedRoot"),
                _uint(message, ".slashBps")
            )
        );
        _checkTyped(".hashes.verdict", structHash);
    }

    function test_Commitment() public view {
        string memory message = ".hashes.commitment.message";
        bytes32 digest = curation.commitmentOf(
            _address(message, ".contributor"),
            _uint(message, ".datanet"),
            _bytes32(message, ".root"),
            uint32(_uint(message, ".items")),
            uint32(_uint(message, ".words")),
            vm.parseJsonString(json, string.concat(message, ".uri")),
            _bytes32(message, ".salt")
        );
        vm.assertEq(digest, _bytes32(".hashes.commitment", ".digest"));
    }

    /// The children, the root and every proof, against the tests' own tree and against the contracts' climb.
    function _checkTree(string memory key) private view {
        bytes32[] memory payees = vm.parseJsonBytes32Array(json, string.concat(key, ".payees"));
        uint256[] memory wide = vm.parseJsonUintArray(json, string.concat(key, ".amounts"));
        bytes[] memory proofs = vm.parseJsonBytesArray(json, string.concat(key, ".proofs"));
        uint128[] memory amounts = new uint128[](wide.length);
        for (uint256 i; i < wide.length; ++i) {
            amounts[i] = uint128(wide[i]);
        }
        Tree memory t = TreeBuilder.build(payees, amounts);
        vm.assertEq(_bytes32(key, ".root"), t.hash[1]);
        vm.assertEq(_bytes32(key, ".hl"), t.hash[2]);
        vm.assertEq(_bytes32(key, ".hr"), t.hash[3]);
        vm.assertEq(_uint(key, ".total"), t.sum[1]);
        vm.assertEq(_uint(key, ".sl"), t.sum[2]);
        vm.assertEq(_uint(key, ".sr"), t.sum[3]);
        for (uint256 i; i < payees.length; ++i) {
            (bytes32 root, uint256 sum) = this.climb(proofs[i], i, payees[i], amounts[i]);
            vm.assertEq(root, t.hash[1]);
            vm.assertEq(sum, t.sum[1]);
            vm.assertEq(keccak256(proofs[i]), keccak256(t.proof(i)));
        }
    }

    /// The digest of a struct in the fixture's domain: its chain, its contract, the name our contracts have.
    function _checkTyped(string memory key, bytes32 structHash) private {
        vm.assertEq(_bytes32(key, ".structHash"), structHash);
        vm.chainId(_uint(key, ".domain.chainId"));
        string memory name = vm.parseJsonString(json, string.concat(key, ".domain.name"));
        bytes32 digest = _typed(name, _address(key, ".domain.verifyingContract"), structHash);
        vm.assertEq(_bytes32(key, ".digest"), digest);
    }

    function _at(string memory list, uint256 index) private pure returns (string memory) {
        return string.concat(list, "[", vm.toString(index), "]");
    }

    function _uint(string memory key, string memory field) private view returns (uint256) {
        return vm.parseJsonUint(json, string.concat(key, field));
    }

    function _bytes32(string memory key, string memory field) private view returns (bytes32) {
        return vm.parseJsonBytes32(json, string.concat(key, field));
    }

    function _address(string memory key, string memory field) private view returns (address) {
        return vm.parseJsonAddress(json, string.concat(key, field));
    }
}
