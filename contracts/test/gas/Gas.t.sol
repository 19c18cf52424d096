// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration} from "../../src/interfaces/ICuration.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {SumTree} from "../../src/libraries/SumTree.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";
import {Contributions} from "../base/Contributions.sol";
import {Tree, TreeBuilder} from "../base/Tree.sol";
import {Vouchers} from "../base/Vouchers.sol";

/// What whole transactions cost (isolated: with the base fee and cold storage). contracts/test/snapshots has the figures, to the unit;
/// scripts/gas/ceilings.ts what no change may exceed (`npm run gas`).
/// forge-config: default.isolate = true
contract GasTest is Contributions, Vouchers {
    using TreeBuilder for Tree;

    /// 16 true leaves under ten made-up siblings: a tree of 2^14, as of an epoch of some 10,000 payees.
    uint256 private constant LEAVES = 16;
    uint256 private constant ABOVE = 10;

    bytes32[] private payees;
    uint128[] private amounts;
    bytes private above;

    function setUp() public override(Contributions, World) {
        Contributions.setUp();
        for (uint256 i; i < LEAVES; ++i) {
            payees.push(bytes32(uint256(uint160(uint256(keccak256(abi.encode(i)))))));
            amounts.push(0);
        }
        for (uint256 i; i < ABOVE; ++i) {
            above = abi.encodePacked(above, keccak256(abi.encode("sibling", i)), uint128(1e18));
        }
    }

    function _snap(string memory group, string memory name) private {
        vm.snapshotGasLastCall(group, name);
    }

    function _tree() private view returns (Tree memory) {
        return TreeBuilder.build(payees, amounts);
    }

    function climb(bytes calldata proof, uint256 index, bytes32 payee, uint128 amount)
        external
        pure
        returns (bytes32, uint256)
    {
        return SumTree.climb(proof, index, payee, amount);
    }

    /// Each payee earns 1e18 more; the epoch is sealed, posted and accepted.
    function _epoch() private returns (uint256 id) {
        for (uint256 i; i < LEAVES; ++i) {
            amounts[i] += 1e18;
        }
        Tree memory t = _tree();
        (bytes memory below, bytes memory path) = (t.proof(0), above);
        assembly ("memory-safe") {
            mstore(path, sub(mload(path), 48)) // without the root's right child
        }
        (bytes32 hl, uint256 sl) = this.climb(abi.encodePacked(below, path), 0, payees[0], amounts[0]);
        settlement.fund(uint128(sl + 1e18) - settlement.funded(), Source.Emissions);
        settlement.seal();
        _snap("settlement", "seal");
        bytes32 hr = keccak256(abi.encode("sibling", ABOVE - 1));
        vm.prank(POSTER);
        id = settlement.post(
            attributor,
            hl,
            uint128(sl),
            hr,
            1e18,
            keccak256("manifest"),
            "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"
        );
        _snap("settlement", id == 1 ? "post, the very first" : "post");
        _later(1 days);
    }

    function _claimOf(uint256 epoch, uint256 index) private view returns (ISettlement.Claim memory) {
        return
            ISettlement.Claim(
                epoch, index, payees[index], amounts[index], abi.encodePacked(_tree().proof(index), above)
            );
    }

    function test_Settlement() public {
        uint256 id = _epoch();
        for (uint256 i; i < LEAVES; ++i) {
            ISettlement.Claim memory c = _claimOf(id, i);
            settlement.claim(c);
            if (i == 0) _snap("settlement", "claim, first");
        }
        id = _epoch();
        ISettlement.Claim memory next = _claimOf(id, 0);
        settlement.claim(next);
        _snap("settlement", "claim, next epoch");
        ISettlement.Claim[] memory ten = new ISettlement.Claim[](10);
        for (uint256 i; i < 10; ++i) {
            ten[i] = _claimOf(id, i + 1);
        }
        settlement.claimMany(ten);
        _snap("settlement", "claimMany, ten");
    }

    function test_Escrow() public {
        vm.startPrank(ALICE);
        escrow.deposit(ALICE, GATEWAY, 1e18);
        _snap("escrow", "deposit, first");
        escrow.deposit(ALICE, GATEWAY, 1e18);
        _snap("escrow", "deposit, again");
        vm.stopPrank();
        _collect(_voucher(ALICE_KEY, 2e18, 1e17));
        _collect(_voucher(ALICE_KEY, 2e18, 1e17));
        _snap("escrow", "collect, one");
        IEscrow.Voucher[] memory hundred = new IEscrow.Voucher[](100);
        for (uint256 i; i < 100; ++i) {
            escrow.deposit(vm.addr(1 + i), GATEWAY, 1e18);
            hundred[i] = _voucher(1 + i, 1e18, 1e17);
        }
        vm.prank(GATEWAY);
        escrow.collect(hundred);
        for (uint256 i; i < 100; ++i) {
            hundred[i] = _voucher(1 + i, 1e18, 2e17);
        }
        vm.prank(GATEWAY);
        escrow.collect(hundred);
        _snap("escrow", "collect, a hundred");
    }

    function test_Staking() public {
        uint256 target = Target.fromId(_register(ALICE, Kind.Model));
        _stakings("model", target);
        _stakings("validator", Target.fromId(_register(ALICE, Kind.Validator)));
    }

    function _stakings(string memory kind, uint256 target) private {
        vm.prank(OWNER);
        staking.stake(target, 1e18); // the pool is there
        vm.startPrank(BOB);
        _later(1);
        staking.stake(target, 1e18);
        _snap("staking", string.concat(kind, ": stake, first"));
        _later(1);
        staking.stake(target, 1e18);
        _snap("staking", string.concat(kind, ": stake, again"));
        vm.stopPrank();
        _claims(kind, target, "first");
        _claims(kind, target, "again");
        vm.startPrank(BOB);
        _later(1);
        staking.unstake(target, 1e18);
        _snap("staking", string.concat(kind, ": unstake"));
        _later(14 days);
        staking.withdraw(target);
        _snap("staking", string.concat(kind, ": withdraw"));
        vm.stopPrank();
    }

    function _claims(string memory kind, uint256 target, string memory which) private {
        open.transfer(address(staking), 3e18);
        vm.prank(address(settlement));
        staking.notify(target, 3e18);
        vm.prank(BOB);
        staking.claim(target);
        _snap("staking", string.concat(kind, ": claim, ", which));
    }

    function test_Registry() public {
        uint256[] memory parents = new uint256[](2);
        (parents[0], parents[1]) = (1, datanet);
        vm.startPrank(ALICE);
        registry.register(
            Kind.Model, Split(2_000, 1_500, 4_500, 1_000), keccak256("m"), parents, "ipfs://bafkreihdwdcefgh4"
        );
        uint256 id = registry.register(
            Kind.Model, Split(2_000, 1_500, 4_500, 1_000), keccak256("m"), parents, "ipfs://bafkreihdwdcefgh4"
        );
        _snap("registry", "register, two parents");
        registry.publish(id, keccak256("m2"), new uint256[](0), "ipfs://bafkreihdwdcefgh4");
        _snap("registry", "publish");
        vm.stopPrank();
    }

    function test_Curation() public {
        vm.prank(OWNER);
        curation.setPolicy(datanet, ICuration.Policy(3, true));
        vm.startPrank(ALICE);
        curation.contribute(datanet, keccak256("first"), ITEMS, WORDS, URI);
        curation.contribute(datanet, keccak256("second"), ITEMS, WORDS, URI);
        _snap("curation", "contribute");
        vm.stopPrank();
        uint256 id = _commit();
        _snap("curation", "commit");
        _later(1);
        _reveal(id);
        _snap("curation", "reveal");
        ICuration.Review[] memory reviews = _unanimous(id, true);
        curation.finalize(id, reviews);
        _snap("curation", "finalize, three reviews");
    }
}
